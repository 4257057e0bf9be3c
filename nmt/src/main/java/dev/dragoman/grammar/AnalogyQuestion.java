package dev.dragoman.grammar;

/**
 * A question such as man : king = woman : ?, in the order of Mikolov et al. 2013 (arXiv:1301.3781):
 * b − a + c should lie near d.
 *
 * @param a man
 * @param b king
 * @param c woman
 * @param d queen, the answer
 */
public record AnalogyQuestion(String a, String b, String c, String d) {}
