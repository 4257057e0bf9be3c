package dev.dragoman.benchmarks.programs;

/**
 * One way of translating.
 *
 * @param threads threads
 * @param beam 1 is greedy
 * @param batch sentences translated together
 * @param sentences how many
 */
record DecodingJob(int threads, int beam, int batch, int sentences) {
  @Override
  public String toString() {
    String search = beam == 1 ? "greedy" : "beam " + beam;
    return search
        + ", "
        + (batch == 1 ? "one by one" : "batch " + batch)
        + ", "
        + threads
        + (threads == 1 ? " thread" : " threads");
  }
}
