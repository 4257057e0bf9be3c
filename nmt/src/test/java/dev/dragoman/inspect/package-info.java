/** Tests of what can be seen in embeddings. */
@org.jspecify.annotations.NullMarked
package dev.dragoman.inspect;
