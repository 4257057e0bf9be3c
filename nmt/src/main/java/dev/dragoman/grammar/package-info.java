/**
 * The built-in French→English corpus: a small grammar and a small lexicon that write as many
 * sentence pairs as one likes, with their word alignments, the class of each word and the analogies
 * that hold among them.
 *
 * <p>It is a synchronous grammar: one rule writes both languages at once, so what belongs together
 * is known and never guessed. Read {@code people.txt} first, then {@code NounPhrases}, {@code
 * VerbGroup} and {@code Actions}. {@code docs/quickstart-grammar.md} says why each rule is there.
 */
@NullMarked
package dev.dragoman.grammar;

import org.jspecify.annotations.NullMarked;
