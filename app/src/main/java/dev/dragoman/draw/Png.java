package dev.dragoman.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Writes pictures as PNG, in the light colours, two dots to a pixel; needs no screen. */
public final class Png {
  private static final int DOTS = 2;

  private Png() {}

  /**
   * The bytes of a file.
   *
   * @throws IllegalStateException where the machine has no font to write with
   */
  public static byte[] file(Picture picture) {
    BufferedImage image =
        new BufferedImage(
            picture.width() * DOTS, picture.height() * DOTS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      prepare(graphics, picture);
      picture.shapes().forEach(shape -> draw(graphics, shape));
    } catch (InternalError | NoClassDefFoundError noFont) {
      throw new IllegalStateException(
          "this machine has no font, which PNG needs; install fontconfig and a font such as DejaVu, or write SVG or HTML",
          noFont);
    } finally {
      graphics.dispose();
    }
    return encode(image);
  }

  private static byte[] encode(BufferedImage image) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the picture cannot be written as PNG", e);
    }
  }

  private static void prepare(Graphics2D graphics, Picture picture) {
    graphics.scale(DOTS, DOTS);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(colour(Ink.PAPER, 1));
    graphics.fill(new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
  }

  private static Color colour(Ink ink, double opacity) {
    Color solid = new Color(ink.light());
    return new Color(
        solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(255 * opacity));
  }

  private static void draw(Graphics2D graphics, Picture.Shape shape) {
    switch (shape) {
      case Picture.Box box -> {
        graphics.setColor(colour(box.ink(), box.opacity()));
        graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
      }
      case Picture.Frame frame -> {
        graphics.setColor(colour(frame.ink(), 1));
        graphics.setStroke(new BasicStroke((float) frame.thickness()));
        graphics.draw(new Rectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height()));
      }
      case Picture.Dot dot -> {
        graphics.setColor(colour(dot.ink(), 1));
        graphics.fill(
            new Ellipse2D.Double(
                dot.x() - dot.radius(),
                dot.y() - dot.radius(),
                2 * dot.radius(),
                2 * dot.radius()));
      }
      case Picture.Line line -> draw(graphics, line);
      case Picture.Label label -> draw(graphics, label);
    }
  }

  private static void draw(Graphics2D graphics, Picture.Line line) {
    Path2D path = new Path2D.Double();
    Picture.Point first = line.points().getFirst();
    path.moveTo(first.x(), first.y());
    line.points().forEach(point -> path.lineTo(point.x(), point.y()));
    graphics.setColor(colour(line.ink(), line.opacity()));
    graphics.setStroke(
        new BasicStroke((float) line.thickness(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  private static void draw(Graphics2D graphics, Picture.Label label) {
    AffineTransform before = graphics.getTransform();
    graphics.setColor(colour(label.ink(), 1));
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) label.size()));
    graphics.translate(label.x(), label.y());
    graphics.rotate(Math.toRadians(label.degrees()));
    String text = Glyphs.drawn(label.text());
    double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
    double shift =
        switch (label.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    graphics.drawString(text, (float) shift, 0);
    graphics.setTransform(before);
  }
}
