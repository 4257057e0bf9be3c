package dev.dragoman.kernels;

/**
 * e^x and its relatives in float: the constants and the scalar functions. The vector versions in
 * {@link VectorExponentials} follow them line by line, so both give the same bits; comparisons
 * replace branches.
 *
 * <p>Range reduction after Cody and Waite: x = n·ln 2 + r with |r| ≤ ½ ln 2, ln 2 in two parts and
 * fused multiply-adds, so that r carries no more than one rounding. On that interval e^r − 1 = r +
 * r²·q(r), q of degree 4, fitted by our own weighted least squares (iterated towards the smallest
 * maximum; error 1.4e-8 with float coefficients).
 */
final class Exponentials {
  /**
   * 1.5·2²³ plus a bias: added to a float below 2²² it rounds to an integer n, and n + bias stands
   * in the low bits, ready to be shifted into an exponent. The bias is 127 for one factor 2^n, ...
   */
  static final float ROUNDER = 0x1.8p23f + 127f;

  /** ... and twice that for two factors whose product is 2^n. */
  static final float TWIN_ROUNDER = 0x1.8p23f + 254f;

  static final float LOG2_E = 0x1.715476p0f;
  static final float LN2_HIGH = 0x1.62e43p-1f;
  static final float LN2_LOW = -0x1.05c61p-29f;

  /** Below this e^x rounds to zero; ... */
  static final float LEAST = -104f;

  /** ... and above this it overflows. */
  static final float GREATEST = 89f;

  /** From here on tanh rounds to one. */
  static final float TANH_ONE = 10f;

  static final float Q0 = 0x1.fffffep-2f;
  static final float Q1 = 0x1.5554b4p-3f;
  static final float Q2 = 0x1.5556f4p-5f;
  static final float Q3 = 0x1.12253ap-7f;
  static final float Q4 = 0x1.6b99e2p-10f;

  /** atanh(s) = s + s·z·(L0 + L1·z + L2·z²) with z = s² up to 0.03; relative error 8e-10. */
  static final float L0 = 0x1.55557ap-2f;

  static final float L1 = 0x1.995ed2p-3f;
  static final float L2 = 0x1.31e13ap-3f;

  static final int MANTISSA_BITS = 23;
  static final int SIGN = 0x80000000;
  static final int SQRT_HALF_BITS = Float.floatToRawIntBits(0x1.6a09e6p-1f);

  /** Lifts a subnormal number to a normal one. */
  static final float LIFT = 0x1p24f;

  static final float LIFT_LOG2 = 24f;

  private Exponentials() {}

  static float exp(float x) {
    return expUpTo88(x > GREATEST ? GREATEST : x);
  }

  /** For x that cannot overflow, e.g. below zero. */
  static float expUpTo88(float x) {
    float clamped = x < LEAST ? LEAST : x;
    float rounded = Math.fma(clamped, LOG2_E, TWIN_ROUNDER);
    float r = remainder(clamped, rounded - TWIN_ROUNDER);
    float e = exponentialMinusOne(r) + 1f;
    // 2^n in two factors: n may leave the range of a normal exponent although the product is still
    // a float.
    int exponents = Float.floatToRawIntBits(rounded);
    int half = exponents >>> 1;
    return e * powerOfTwo(half) * powerOfTwo(exponents - half);
  }

  /** From e^−|x|, which cannot overflow: 1 / (1 + e) on the right, e / (1 + e) on the left. */
  static float sigmoid(float x) {
    float e = expUpTo88(-Math.abs(x));
    float numerator = x < 0f ? e : 1f;
    return numerator / (1f + e);
  }

  /**
   * (e^2|x| − 1) / (e^2|x| + 1) with the sign of x; e^y − 1 = 2^n·(e^r − 1) + (2^n − 1) keeps small
   * x exact.
   */
  static float tanh(float x) {
    float magnitude = Math.abs(x);
    float clamped = magnitude > TANH_ONE ? TANH_ONE : magnitude;
    float y = clamped + clamped;
    float rounded = Math.fma(y, LOG2_E, ROUNDER);
    float r = remainder(y, rounded - ROUNDER);
    float power = powerOfTwo(Float.floatToRawIntBits(rounded));
    float d = Math.fma(power, exponentialMinusOne(r), power - 1f);
    float t = d / (d + 2f);
    return Float.intBitsToFloat(Float.floatToRawIntBits(t) | (Float.floatToRawIntBits(x) & SIGN));
  }

  /** x = 2^e·m with m in [√½, √2); ln m = 2·atanh((m − 1) / (m + 1)). */
  static float log(float x) {
    boolean tiny = x < Float.MIN_NORMAL;
    float lifted = tiny ? x * LIFT : x;
    int bits = Float.floatToRawIntBits(lifted);
    int exponent = (bits - SQRT_HALF_BITS) >> MANTISSA_BITS;
    float m = Float.intBitsToFloat(bits - (exponent << MANTISSA_BITS));
    float e = (float) exponent - (tiny ? LIFT_LOG2 : 0f);
    float s = (m - 1f) / (m + 1f);
    float z = s * s;
    float s2 = s + s;
    float lnM = Math.fma(s2 * z, Math.fma(Math.fma(L2, z, L1), z, L0), s2);
    float result = Math.fma(e, LN2_HIGH, Math.fma(e, LN2_LOW, lnM));
    float atZero = x == 0f ? Float.NEGATIVE_INFINITY : result;
    float below = x < 0f ? Float.NaN : atZero;
    return x < Float.POSITIVE_INFINITY ? below : x;
  }

  /** e^r − 1 for |r| ≤ ½ ln 2. */
  private static float exponentialMinusOne(float r) {
    float q = Math.fma(Math.fma(Math.fma(Math.fma(Q4, r, Q3), r, Q2), r, Q1), r, Q0);
    return Math.fma(r * r, q, r);
  }

  /** x − n·ln 2. */
  private static float remainder(float x, float n) {
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
  }

  /** The low bits of {@code exponent}, bias included, as a power of two. */
  private static float powerOfTwo(int exponent) {
    return Float.intBitsToFloat(exponent << MANTISSA_BITS);
  }
}
