package dev.dragoman.projection;

/**
 * How strongly UMAP joins two points of the plane at distance d, 1 / (1 + a·d^2b): a and b are
 * those that come nearest, by least squares, to a curve that is 1 up to the least distance and
 * falls off as e^−(d − least) beyond (McInnes et al. 2018, arXiv:1802.03426). They are found by
 * Levenberg's and Marquardt's method.
 */
record MembershipCurve(double a, double b) {
  private static final int SAMPLES = 300;
  private static final double FARTHEST = 3;
  private static final int MOST_STEPS = 500;

  static MembershipCurve of(double minDistance) {
    MembershipCurve curve = new MembershipCurve(1, 1);
    double error = curve.error(minDistance);
    double damping = 1e-3;
    for (int step = 0; step < MOST_STEPS && damping < 1e12; step++) {
      MembershipCurve next = curve.improved(minDistance, damping);
      double nextError = next.a > 0 && next.b > 0 ? next.error(minDistance) : Double.MAX_VALUE;
      if (nextError < error) {
        curve = next;
        error = nextError;
        damping /= 3;
      } else {
        damping *= 4;
      }
    }
    return curve;
  }

  private static double sample(int i) {
    return FARTHEST * i / (SAMPLES - 1);
  }

  private static double wanted(double distance, double minDistance) {
    return distance < minDistance ? 1 : Math.exp(minDistance - distance);
  }

  private double at(double distance) {
    return 1 / (1 + a * Math.pow(distance, 2 * b));
  }

  private double error(double minDistance) {
    double error = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double difference = at(sample(i)) - wanted(sample(i), minDistance);
      error += difference * difference;
    }
    return error;
  }

  private MembershipCurve improved(double minDistance, double damping) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double towardsA = 0;
    double towardsB = 0;
    for (int i = 1; i < SAMPLES; i++) {
      double distance = sample(i);
      double value = at(distance);
      double power = Math.pow(distance, 2 * b);
      double slopeA = -power * value * value;
      double slopeB = 2 * a * Math.log(distance) * slopeA;
      double missing = wanted(distance, minDistance) - value;
      aa += slopeA * slopeA;
      ab += slopeA * slopeB;
      bb += slopeB * slopeB;
      towardsA += slopeA * missing;
      towardsB += slopeB * missing;
    }
    aa *= 1 + damping;
    bb *= 1 + damping;
    double determinant = aa * bb - ab * ab;
    return new MembershipCurve(
        a + (bb * towardsA - ab * towardsB) / determinant,
        b + (aa * towardsB - ab * towardsA) / determinant);
  }
}
