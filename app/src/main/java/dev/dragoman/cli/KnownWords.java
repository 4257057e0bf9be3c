package dev.dragoman.cli;

import dev.dragoman.grammar.AnalogyQuestion;
import dev.dragoman.grammar.AnalogyRelation;
import dev.dragoman.grammar.BuiltInCorpus;
import dev.dragoman.grammar.Language;
import dev.dragoman.grammar.SimilarityClass;
import dev.dragoman.inspect.EmbeddingTable;
import dev.dragoman.inspect.Expectations;
import dev.dragoman.model.TableSide;
import dev.dragoman.word2vec.AnalogyFile;
import dev.dragoman.word2vec.WordPairEvaluation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known about the words of a table: from the built-in grammar where the table is one of its
 * languages, and from files.
 */
final class KnownWords {
  /** So much of a table's words the grammar must know for it to be the built-in corpus. */
  private static final double BUILT_IN = 0.9;

  private final BuiltInCorpus grammar = new BuiltInCorpus();
  private final List<Expectations.Question> questions = new ArrayList<>();
  private final List<Expectations.Judgements> judgements = new ArrayList<>();

  /** Reads the files. */
  KnownWords(List<Path> analogies, List<Path> pairs) {
    for (Path file : analogies) {
      AnalogyFile read = AnalogyFile.read(file);
      read.questions()
          .forEach(one -> questions.add(question(read.sections().get(one.section()), one.words())));
    }
    for (Path file : pairs) {
      judgements.add(
          new Expectations.Judgements(
              String.valueOf(file.getFileName()),
              WordPairEvaluation.pairs(file).stream()
                  .map(pair ->
                      new Expectations.JudgedPair(pair.first(), pair.second(), pair.judgement()))
                  .toList()));
    }
  }

  private static Expectations.Question question(String section, List<String> words) {
    return new Expectations.Question(
        section, words.get(0), words.get(1), words.get(2), words.get(3));
  }

  /** The grammar's language that a table is of, if it is. */
  Optional<Language> language(EmbeddingTable table, TableSide side) {
    Language language = side == TableSide.SOURCE ? Language.FRENCH : Language.ENGLISH;
    List<String> words =
        table.withoutSpecials().words().stream()
            .filter(word -> word.codePoints().allMatch(Character::isLetter))
            .toList();
    long known =
        words.stream().filter(word -> grammar.wordClass(language, word).isPresent()).count();
    return known > BUILT_IN * words.size() ? Optional.of(language) : Optional.empty();
  }

  /** All that is known about the words of a table. */
  Expectations of(EmbeddingTable table, Optional<Language> language) {
    Map<String, String> classes = new HashMap<>();
    List<Expectations.Question> asked = new ArrayList<>();
    language.ifPresent(known -> {
      for (SimilarityClass group : grammar.similarityClasses(known)) {
        group.words().forEach(word -> classes.put(word, group.wordClass().name()));
      }
      for (AnalogyRelation relation : grammar.analogies(known)) {
        relation.questions().forEach(one -> asked.add(question(relation.name(), one)));
      }
    });
    for (Expectations.Question question : questions) {
      asked.add(spelt(question, table));
    }
    return new Expectations(
        classes, asked, judgements.stream().map(file -> spelt(file, table)).toList());
  }

  private static Expectations.Question question(String relation, AnalogyQuestion one) {
    return new Expectations.Question(relation, one.a(), one.b(), one.c(), one.d());
  }

  private static Expectations.Question spelt(Expectations.Question one, EmbeddingTable table) {
    return new Expectations.Question(
        one.relation(),
        spelt(one.a(), table),
        spelt(one.b(), table),
        spelt(one.c(), table),
        spelt(one.d(), table));
  }

  private static Expectations.Judgements spelt(Expectations.Judgements file, EmbeddingTable table) {
    return new Expectations.Judgements(
        file.name(),
        file.pairs().stream()
            .map(pair ->
                new Expectations.JudgedPair(
                    spelt(pair.first(), table), spelt(pair.second(), table), pair.judgement()))
            .toList());
  }

  /** Names are capitalised in the files; a table of small letters has them small. */
  private static String spelt(String word, EmbeddingTable table) {
    String small = word.toLowerCase(Locale.ROOT);
    return !table.contains(word) && table.contains(small) ? small : word;
  }

  private static Expectations.Question royal(Language language) {
    return switch (language) {
      case FRENCH -> new Expectations.Question("man-woman", "homme", "roi", "femme", "reine");
      case ENGLISH -> new Expectations.Question("man-woman", "man", "king", "woman", "queen");
    };
  }

  private static List<String> shown(Language language) {
    return switch (language) {
      case FRENCH -> List.of("reine", "chien", "rouge", "mange");
      case ENGLISH -> List.of("queen", "dog", "red", "eats");
    };
  }

  /** The analogy that is shown in full, where the table has its words. */
  Optional<Expectations.Question> example(EmbeddingTable table, Optional<Language> language) {
    return Stream.of(Language.values())
        .filter(one -> language.isEmpty() || language.get() == one)
        .map(KnownWords::royal)
        .filter(
            one -> List.of(one.a(), one.b(), one.c(), one.d()).stream().allMatch(table::contains))
        .findFirst();
  }

  /** Words to show: telling ones of the grammar, or from all over the vocabulary. */
  List<String> examples(EmbeddingTable table, Optional<Language> language) {
    if (language.isPresent()) {
      return shown(language.get()).stream().filter(table::contains).toList();
    }
    List<String> words =
        table.withoutSpecials().words().stream()
            .filter(word -> word.length() > 3 && word.codePoints().allMatch(Character::isLetter))
            .toList();
    List<String> some = new ArrayList<>();
    for (int i = 0; i < 4 && !words.isEmpty(); i++) {
      some.add(words.get(Math.min(words.size() - 1, 30 + i * 60) % words.size()));
    }
    return some.stream().distinct().toList();
  }
}
