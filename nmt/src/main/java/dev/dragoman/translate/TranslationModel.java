package dev.dragoman.translate;

import dev.dragoman.model.Seq2Seq;
import dev.dragoman.text.Tokenizer;
import dev.dragoman.vocab.Vocabulary;

/**
 * All that translation needs: a model and how both sides' text becomes ids and back.
 *
 * @param model the weights
 * @param sourceTokenizer splits the source
 * @param targetTokenizer joins the target
 * @param sourceVocabulary V of the source
 * @param targetVocabulary V of the target
 */
public record TranslationModel(
    Seq2Seq model,
    Tokenizer sourceTokenizer,
    Tokenizer targetTokenizer,
    Vocabulary sourceVocabulary,
    Vocabulary targetVocabulary) {}
