package org.feewise.assistant.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads no text from JSON that has a zero character. */
@Singleton
final class WrittenText implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("written-text").addDeserializer(String.class, new Text()));
  }

  private static final class Text extends StringDeserializer {
    private static final long serialVersionUID = 1;

    @Override
    public String deserialize(JsonParser body, DeserializationContext context) throws IOException {
      String text = super.deserialize(body, context);
      if (ZeroCharacter.isIn(text)) {
        throw new ZeroCharacter.InBody(body);
      }
      return text;
    }
  }
}
