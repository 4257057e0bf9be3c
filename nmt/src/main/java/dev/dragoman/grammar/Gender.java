package dev.dragoman.grammar;

/** The grammatical gender of a French noun, and whether English says he or she of a person. */
enum Gender {
  MASCULINE,
  FEMININE
}
