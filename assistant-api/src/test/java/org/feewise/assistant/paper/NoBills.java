package org.feewise.assistant.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Photos of what is no bill, as far as they can be painted; what can be read in them is sharp. */
final class NoBills {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 900;
  private static final int HAIRS = 60_000;

  private NoBills() {}

  /** A tabby on a sofa: tens of thousands of hairs, out of focus behind, grainy. */
  static byte[] cat() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = brush(image);
    Random random = new Random(7);
    brush.setPaint(
        new GradientPaint(0, 0, new Color(0x8A7B6A), WIDTH, HEIGHT, new Color(0x4E4A55)));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    weave(brush, random);
    brush.dispose();
    BufferedImage behind = Wear.BLUR.of(Wear.BLUR.of(image, 1), 2);
    brush = brush(behind);
    body(brush);
    fur(brush, random);
    face(brush, random);
    brush.dispose();
    return Wear.jpeg(Wear.NOISE.of(Wear.BLUR.of(behind, 3), 4), 0.5f);
  }

  /** The cloth of the sofa. */
  private static void weave(Graphics2D brush, Random random) {
    for (int line = 0; line < WIDTH + HEIGHT; line += 9) {
      brush.setColor(new Color(255, 255, 255, 10 + random.nextInt(25)));
      brush.drawLine(line, 0, line - HEIGHT, HEIGHT);
      brush.setColor(new Color(0, 0, 0, 10 + random.nextInt(30)));
      brush.drawLine(line - HEIGHT, 0, line, HEIGHT);
    }
  }

  private static void body(Graphics2D brush) {
    brush.setPaint(new GradientPaint(300, 250, new Color(0xA08466), 800, 900, new Color(0x54432F)));
    brush.fill(new Ellipse2D.Double(300, 420, 700, 560));
    brush.fill(new Ellipse2D.Double(400, 170, 420, 380));
    Path2D ears = new Path2D.Double();
    for (int side : new int[] {-1, 1}) {
      ears.moveTo(610 + side * 195, 330);
      ears.curveTo(610 + side * 220, 190, 610 + side * 200, 110, 610 + side * 175, 90);
      ears.curveTo(610 + side * 140, 120, 610 + side * 90, 170, 610 + side * 60, 205);
      ears.closePath();
    }
    brush.fill(ears);
  }

  /** Hairs along the body, darker in the stripes of a tabby. */
  private static void fur(Graphics2D brush, Random random) {
    for (int hair = 0; hair < HAIRS; hair++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      double out = Math.sqrt(random.nextDouble());
      boolean head = hair % 3 == 0;
      double x = (head ? 610 : 650) + out * Math.cos(angle) * (head ? 215 : 355);
      double y = (head ? 360 : 700) + out * Math.sin(angle) * (head ? 195 : 285);
      boolean stripe = Math.sin(x / 38 + Math.sin(y / 60) * 2) > 0.35;
      int light = (stripe ? 55 : 120) + random.nextInt(70);
      brush.setStroke(new BasicStroke(1 + random.nextFloat()));
      brush.setColor(new Color(light, light * 8 / 10, light * 6 / 10, 150));
      double length = 8 + random.nextInt(18);
      double lean = Math.atan2(y - 420, x - 620) + random.nextGaussian() * 0.3;
      brush.draw(
          new CubicCurve2D.Double(
              x,
              y,
              x + length * 0.3,
              y + length * 0.2,
              x + length * 0.6 * Math.cos(lean),
              y + length * 0.6 * Math.sin(lean),
              x + length * Math.cos(lean),
              y + length * Math.sin(lean)));
    }
  }

  private static void face(Graphics2D brush, Random random) {
    for (int eye : new int[] {500, 660}) {
      brush.setPaint(
          new GradientPaint(eye, 320, new Color(0xC9C04A), eye + 60, 370, new Color(0x6E7A22)));
      brush.fill(new Ellipse2D.Double(eye, 315, 66, 52));
      brush.setColor(Color.BLACK);
      brush.fill(new Ellipse2D.Double(eye + 25, 317, 15, 48));
      brush.setColor(new Color(255, 255, 255, 220));
      brush.fill(new Ellipse2D.Double(eye + 20, 325, 10, 8));
    }
    brush.setColor(new Color(0xB87A78));
    brush.fill(new Ellipse2D.Double(590, 415, 44, 28));
    brush.setStroke(new BasicStroke(1.6f));
    brush.setColor(new Color(245, 240, 230, 200));
    for (int whisker = 0; whisker < 14; whisker++) {
      int side = whisker % 2 == 0 ? 1 : -1;
      double y = 430 + whisker * 4;
      brush.draw(
          new CubicCurve2D.Double(
              612 + side * 40,
              y,
              612 + side * 120,
              y - 20,
              612 + side * 200,
              y + random.nextInt(30),
              612 + side * 270,
              y + 30 + random.nextInt(40)));
    }
  }

  /** A page of a novel, photographed askew in the light of a lamp. */
  static byte[] prose() {
    BufferedImage page =
        PrintedSheet.of(
            "第三章　雨夜",
            "雨从傍晚就没有停过。他把伞靠在门边，水顺着伞骨",
            "一滴一滴落到青砖上，像有人在外面轻轻敲门。灯下",
            "的母亲放下手里的毛线，问他路上有没有遇见邮差。",
            "他摇了摇头，说桥那边已经看不清人影了，只听见河",
            "水涨起来的声音。母亲便不再问，起身去热那碗汤。",
            "他坐在窗前，想起二十年前的那个冬天，也是这样的",
            "夜里，父亲提着马灯出门，说去去就回。后来那盏灯",
            "被人从下游送了回来，玻璃完好，里面还剩半盏油。",
            "从那以后，每逢大雨，他总要在门口站上一会儿。");
    return Wear.jpeg(Wear.SHADOW.of(Wear.SKEWED.of(page, 2), 1), 0.6f);
  }

  /** A road through hills with the sign of a street and another of the speed allowed. */
  static byte[] street() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = brush(image);
    Random random = new Random(11);
    brush.setPaint(new GradientPaint(0, 0, new Color(0x6FA5D8), 0, 450, new Color(0xDCE9F2)));
    brush.fillRect(0, 0, WIDTH, HEIGHT);
    for (int ridge = 0; ridge < 4; ridge++) {
      brush.setColor(new Color(80 - ridge * 12, 120 - ridge * 14, 90 - ridge * 16));
      Path2D hills = new Path2D.Double();
      hills.moveTo(0, HEIGHT);
      for (int x = 0; x <= WIDTH; x += 6) {
        hills.lineTo(x, 380 + ridge * 60 + 45 * Math.sin(x / (90.0 + 40 * ridge) + ridge * 2));
      }
      hills.lineTo(WIDTH, HEIGHT);
      brush.fill(hills);
    }
    for (int leaf = 0; leaf < 40_000; leaf++) {
      int green = 60 + random.nextInt(110);
      brush.setColor(new Color(green / 2, green, green / 3, 120));
      brush.fillOval(random.nextInt(WIDTH), 480 + random.nextInt(HEIGHT - 480), 5, 4);
    }
    brush.setColor(new Color(0x55585C));
    brush.fillPolygon(new int[] {430, 560, 980, 160}, new int[] {520, 520, 900, 900}, 4);
    sign(brush);
    brush.dispose();
    return Wear.jpeg(Wear.BLUR.of(image, 1), 0.6f);
  }

  private static void sign(Graphics2D brush) {
    brush.setColor(new Color(0x8A8D90));
    brush.fillRect(828, 330, 14, 420);
    brush.setColor(new Color(0x14509B));
    brush.fillRoundRect(700, 240, 280, 110, 16, 16);
    brush.setColor(Color.WHITE);
    brush.setFont(new Font("Noto Sans CJK SC", Font.BOLD, 52));
    brush.drawString("临江大道", 730, 305);
    brush.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
    brush.drawString("LINJIANG AVE  1280", 735, 338);
    brush.fillOval(790, 370, 90, 90);
    brush.setColor(new Color(0xC8102E));
    brush.setStroke(new BasicStroke(10));
    brush.drawOval(795, 375, 80, 80);
    brush.setColor(Color.BLACK);
    brush.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
    brush.drawString("60", 810, 431);
  }

  private static Graphics2D brush(BufferedImage image) {
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return brush;
  }
}
