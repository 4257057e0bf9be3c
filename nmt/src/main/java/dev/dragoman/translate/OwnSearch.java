package dev.dragoman.translate;

import dev.dragoman.checkpoint.SavedModel;
import dev.dragoman.search.SearchDefaults;
import dev.dragoman.search.SearchSettings;
import dev.dragoman.settings.Settings;
import dev.dragoman.settings.TomlDocument;
import java.util.Set;

/** How the experiment of a saved model wants it searched: its section {@code [search]}. */
final class OwnSearch {
  private static final String SECTION = "search";

  /** Keys of the section that the first models have; they never had a use. */
  private static final Set<String> FORMER = Set.of("n-best", "keep-attention", "keep-scores");

  private static final Settings<Part> SETTINGS = Settings.of(new Part(SearchDefaults.defaults()));

  /** The part of the experiment that is read here. */
  private record Part(SearchDefaults search) {}

  private OwnSearch() {}

  /** The model's own settings; the defaults for what its experiment does not say. */
  static SearchSettings of(SavedModel saved) {
    TomlDocument experiment =
        TomlDocument.parse("the model's configuration", saved.configuration())
            .only(SECTION)
            .without(SECTION, FORMER);
    return SETTINGS.bind(experiment).search().settings();
  }
}
