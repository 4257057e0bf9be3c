package dev.dragoman.settings;

/**
 * A configuration cannot be used: the message is one line that names the file and line or the flag,
 * the key, what was expected, what was given and what to do about it.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A complaint that is complete in itself. */
  public ConfigurationException(String message) {
    super(message);
  }

  /** A complaint with the failure that led to it. */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
