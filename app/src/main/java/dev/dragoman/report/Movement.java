package dev.dragoman.report;

import dev.dragoman.inspect.TableHistory;
import java.util.List;
import java.util.Optional;

/**
 * What a training recorded of the embeddings.
 *
 * @param tables a history for each table; none where nothing was recorded
 * @param gap what the record does not tell of this model, where that is so
 * @param trouble why a record that is there cannot be read, where that is so
 */
public record Movement(List<TableHistory> tables, Optional<String> gap, Optional<String> trouble) {

  /** Copies the list. */
  public Movement {
    tables = List.copyOf(tables);
  }

  /** Of a training that recorded nothing. */
  public static Movement none() {
    return new Movement(List.of(), Optional.empty(), Optional.empty());
  }
}
