/**
 * Word vectors from plain text: skip-gram and continuous bag of words with negative sampling or
 * hierarchical softmax, on its own beside the translator.
 *
 * <p>Mikolov, Chen, Corrado and Dean 2013, "Efficient Estimation of Word Representations in Vector
 * Space" (arXiv:1301.3781), and Mikolov, Sutskever, Chen, Corrado and Dean 2013, "Distributed
 * Representations of Words and Phrases and their Compositionality" (arXiv:1310.4546).
 *
 * <p>Text becomes a {@link dev.dragoman.word2vec.TrainingText}, a {@link
 * dev.dragoman.word2vec.Word2VecTrainer} turns it into {@link dev.dragoman.word2vec.WordVectors},
 * {@link dev.dragoman.word2vec.WordVectorFiles} stores them in the formats that other tools read,
 * and {@link dev.dragoman.word2vec.AnalogyEvaluation} and {@link
 * dev.dragoman.word2vec.WordPairEvaluation} say how good they are.
 */
@NullMarked
package dev.dragoman.word2vec;

import org.jspecify.annotations.NullMarked;
