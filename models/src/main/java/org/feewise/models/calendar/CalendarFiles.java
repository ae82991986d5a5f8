package org.feewise.models.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the yearly notices, one YAML file a year. */
final class CalendarFiles {
  private static final int FIRST_BUILT_IN_YEAR = 2023;
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private CalendarFiles() {}

  /** The years beside this class, from the first one to the last without a hole. */
  static SortedMap<Integer, CalendarYear> builtIn() {
    SortedMap<Integer, CalendarYear> years = new TreeMap<>();
    for (int year = FIRST_BUILT_IN_YEAR; ; year++) {
      String name = year + ".yaml";
      try (InputStream in = CalendarFiles.class.getResourceAsStream(name)) {
        if (in == null) {
          return years;
        }
        years.put(year, read(name, in));
      } catch (IOException e) {
        throw new UncheckedIOException(name, e);
      }
    }
  }

  static Map<Integer, CalendarYear> in(Path folder) {
    Map<Integer, CalendarYear> years = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          CalendarYear year = read(file.toString(), in);
          years.put(year.year(), year);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("calendar folder " + folder, e);
    }
    return years;
  }

  private static CalendarYear read(String name, InputStream in) throws IOException {
    try {
      return YAML.readValue(in, CalendarYear.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(
          name + ", line " + line + ": " + e.getOriginalMessage(), e);
    }
  }
}
