package dev.dragoman.inspect;

/**
 * A token of a ranked list.
 *
 * @param token the token
 * @param id its row in the table
 * @param score what it was ranked by
 */
public record RankedToken(String token, int id, double score) {}
