/** The experiment file and its flags → the rooms' configuration records. */
@NullMarked
package dev.dragoman.config;

import org.jspecify.annotations.NullMarked;
