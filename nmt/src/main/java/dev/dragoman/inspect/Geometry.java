package dev.dragoman.inspect;

/** Angles and distances of vectors, summed in double. */
final class Geometry {

  private Geometry() {}

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  static double norm(float[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** In [−1, 1]; 0 where a vector is zero and has no direction. */
  static double cosine(float[] a, float[] b) {
    double norms = norm(a) * norm(b);
    return norms == 0 ? 0 : Math.clamp(dot(a, b) / norms, -1, 1);
  }
}
