package org.feewise.assistant.chat.understanding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The meaning of a sentence as a vector of length one, by the model of a language that runs in this
 * process on one thread; more threads make a short sentence slower, not faster.
 */
public final class SentenceEmbedding extends AbstractInProcessEmbeddingModel {
  private final OnnxBertBiEncoder encoder;
  private volatile Meaning last = new Meaning(null, null);

  private record Meaning(String text, float[] vector) {}

  private SentenceEmbedding(OnnxBertBiEncoder encoder) {
    super(Runnable::run);
    this.encoder = encoder;
  }

  public static SentenceEmbedding of(Language language) {
    return named(language.embedding(), PoolingMode.CLS);
  }

  /** The embedding in the files of a name on the class path. */
  static SentenceEmbedding named(String name, PoolingMode pooling) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        InputStream tokenizer = resource(name + "-tokenizer.json");
        InputStream model = resource(name + ".onnx")) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      return new SentenceEmbedding(new OnnxBertBiEncoder(environment, session, tokenizer, pooling));
    } catch (IOException e) {
      throw new UncheckedIOException("embedding " + name + " cannot be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("embedding " + name + " cannot run", e);
    }
  }

  /**
   * The meaning of a text, whatever its letters' case; that of the last one is at hand, since a
   * turn asks for it twice.
   */
  float[] of(String said) {
    String text = said.toLowerCase(Locale.ROOT);
    Meaning known = last;
    if (!text.equals(known.text)) {
      known =
          new Meaning(
              text, embed(TextSegment.from(text.isBlank() ? "?" : text)).content().vector());
      last = known;
    }
    return known.vector;
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }

  private static InputStream resource(String name) {
    return SentenceEmbedding.class.getResourceAsStream("/" + name);
  }
}
