package org.feewise.assistant.paper.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** One of the models, run on the processor. */
final class Network {
  /** Values with their shape, row by row. */
  record Output(float[] values, long[] shape) {}

  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  private Network(OrtSession session) {
    this.session = session;
  }

  /** Reads a model from the class path into memory. */
  static Network load(String file) {
    try (InputStream model = resource(file);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(THREADS);
      options.setInterOpNumThreads(1);
      // pictures differ in size: memory planned for one is of no use to the next
      options.setMemoryPatternOptimization(false);
      options.setCPUArenaAllocator(false);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      return new Network(
          OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + file + " cannot be loaded", e);
    }
  }

  static InputStream resource(String file) {
    InputStream found =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("models/" + file);
    if (found == null) {
      throw new IllegalStateException("models/" + file + " is not on the class path");
    }
    return found;
  }

  /** Runs three planes of that height and width through it. */
  Output run(float[] planes, int height, int width) {
    long[] shape = {1, 3, height, width};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), shape);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      FloatBuffer buffer = output.getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return new Output(values, output.getInfo().getShape());
    } catch (OrtException e) {
      throw new IllegalStateException("the model could not be run", e);
    }
  }
}
