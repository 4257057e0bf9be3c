package dev.dragoman.report;

import dev.dragoman.autograd.Parameter;
import dev.dragoman.model.Seq2Seq;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many parameters a model has. */
final class Parts {
  private Parts() {}

  /** By part of the model, in the order of the model. */
  static Map<String, Long> of(Seq2Seq model) {
    Map<String, Long> parts = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters().values()) {
      String name = parameter.name();
      int dot = name.indexOf('.');
      parts.merge(
          dot < 0 ? name : name.substring(0, dot), (long) parameter.value().size(), Long::sum);
    }
    return parts;
  }

  static long all(Seq2Seq model) {
    return of(model).values().stream().mapToLong(Long::longValue).sum();
  }
}
