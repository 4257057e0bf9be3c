/**
 * Reverse-mode automatic differentiation: a {@link dev.dragoman.autograd.Tape} on which every
 * operation writes how its gradient flows back. Each operation is one class whose backward rule
 * stands beside its forward computation.
 *
 * <p>Gradients add up: an operation's backward rule adds to the gradients of its inputs.
 */
@NullMarked
package dev.dragoman.autograd;

import org.jspecify.annotations.NullMarked;
