package dev.dragoman.grammar;

/**
 * A unit of meaning that both languages express: words of the same cell are aligned. A cell has no
 * content; what counts is which cell it is.
 */
final class Cell {}
