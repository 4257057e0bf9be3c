package dev.dragoman.training;

/** Which optimiser. */
public enum OptimiserKind {
  /** Adam (Kingma and Ba 2015, arXiv:1412.6980). */
  ADAM,
  /** Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101). */
  ADAMW,
  /** Stochastic gradient descent with momentum, as PyTorch's: v = momentum·v + g, p −= rate·v. */
  SGD
}
