/**
 * Configuration records ⇄ TOML files and flags: a record's components are the keys, a default
 * instance gives the defaults, and {@link dev.dragoman.settings.Setting} describes each of them.
 */
@NullMarked
package dev.dragoman.settings;

import org.jspecify.annotations.NullMarked;
