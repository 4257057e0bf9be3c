/**
 * Tensors, kernels and automatic differentiation for sequence-to-sequence models; knows floats and
 * shapes, no language.
 */
module dev.dragoman.engine {
  requires static jdk.incubator.vector;
  requires static transitive org.jspecify;

  exports dev.dragoman.autograd;
  exports dev.dragoman.kernels to
      dev.dragoman.benchmarks;
  exports dev.dragoman.tensor;
}
