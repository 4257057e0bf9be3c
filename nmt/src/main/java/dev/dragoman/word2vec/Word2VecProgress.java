package dev.dragoman.word2vec;

/**
 * Where training stands.
 *
 * @param epoch the epoch that is being read, from 1
 * @param epochs how many there will be
 * @param words words of text that were read by all threads, those that were left out included
 * @param totalWords how many will have been read at the end
 * @param learningRate of the batch that was just done
 * @param loss mean loss of a prediction in nats, over a sample from that batch; NaN where the batch
 *     had none
 */
public record Word2VecProgress(
    int epoch, int epochs, long words, long totalWords, double learningRate, double loss) {}
