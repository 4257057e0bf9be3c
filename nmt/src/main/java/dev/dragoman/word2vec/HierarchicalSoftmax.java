package dev.dragoman.word2vec;

/** The inner nodes on the way to the word, with answer 1 where the way takes child 0. */
final class HierarchicalSoftmax implements Objective {

  private final HuffmanTree tree;
  private final int words;
  private final int deepest;

  HierarchicalSoftmax(WordCounts counts) {
    tree = new HuffmanTree(counts.counts());
    words = counts.size();
    int most = 0;
    for (int word = 0; word < words; word++) {
      most = Math.max(most, tree.depth(word));
    }
    deepest = most;
  }

  @Override
  public int outputRows() {
    return words - 1;
  }

  @Override
  public int mostTargets() {
    return deepest;
  }

  @Override
  public void choose(int word, int stride, Targets targets, Randomness random) {
    targets.clear();
    for (int i = 0; i < tree.depth(word); i++) {
      targets.add(tree.node(word, i) * stride, 1 - tree.turn(word, i));
    }
  }
}
