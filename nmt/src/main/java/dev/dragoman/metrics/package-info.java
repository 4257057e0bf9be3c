/**
 * BLEU, chrF and perplexity: strings and numbers in, score and signature out.
 *
 * <p>The scores are those of sacreBLEU (Post 2018, "A Call for Clarity in Reporting BLEU Scores",
 * arXiv:1804.08771), whose tokenisers, smoothing and rounding this room reproduces, so that a
 * number computed here may stand beside a published one. That includes what Python does with text
 * where Java differs: which characters are blanks, how a string is lower-cased, how a number is
 * rounded.
 *
 * <p>Which characters are punctuation, symbols, numbers or have a lower case follows the Unicode
 * version of the JVM (16 on JDK 25), with sacreBLEU that of its Python: only characters that were
 * assigned between the two can differ.
 *
 * <p>Text is scored as it is given. Nothing is normalised, no byte order mark is dropped, and an
 * empty line is a sentence.
 */
@NullMarked
package dev.dragoman.metrics;

import org.jspecify.annotations.NullMarked;
