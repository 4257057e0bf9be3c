package dev.dragoman.autograd;

import java.util.Collection;
import java.util.IdentityHashMap;

/** The gradients of a set of parameters. One per thread that trains. */
public final class Gradients {
  private final IdentityHashMap<Parameter, Gradient> all = new IdentityHashMap<>();

  /** Zero gradients for parameters that are met later. */
  public Gradients() {}

  /** Zero gradients for these parameters. */
  public static Gradients of(Collection<Parameter> parameters) {
    Gradients gradients = new Gradients();
    parameters.forEach(gradients::of);
    return gradients;
  }

  /** The gradient of one parameter, made when first asked for. */
  public Gradient of(Parameter parameter) {
    return all.computeIfAbsent(parameter, Gradient::new);
  }

  /** Sets all to zero. */
  public void clear() {
    all.values().forEach(Gradient::clear);
  }
}
