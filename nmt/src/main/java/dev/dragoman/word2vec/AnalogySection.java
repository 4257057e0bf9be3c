package dev.dragoman.word2vec;

/**
 * How the questions of one section went.
 *
 * @param name the section's name in the file
 * @param correct questions whose best answer was the expected word
 * @param incorrect the others that counted
 * @param skipped questions with a word that has no vector, where these are left out
 */
public record AnalogySection(String name, int correct, int incorrect, int skipped) {

  /** How many questions counted. */
  public int answerable() {
    return correct + incorrect;
  }

  /** The share of correct answers among the questions that counted, in [0, 1]; 0 of none. */
  public double accuracy() {
    return answerable() == 0 ? 0 : (double) correct / answerable();
  }

  AnalogySection plus(AnalogySection other) {
    return new AnalogySection(
        name, correct + other.correct, incorrect + other.incorrect, skipped + other.skipped);
  }
}
