package org.feewise.assistant.chat.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.feewise.assistant.chat.understanding.Language;

/** Finds paragraphs by the words of a question: exact terms, names of laws, figures. */
final class WordIndex {
  private static final String WORDS = "words";

  private final Analyzer analyzer;
  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final Map<String, ScoreDoc[]> having = new ConcurrentHashMap<>();

  WordIndex(PolicyDocuments documents) {
    analyzer = documents.language() == Language.CHINESE ? new CJKAnalyzer() : new EnglishAnalyzer();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Paragraph paragraph : documents.paragraphs()) {
        writer.addDocument(document(paragraph));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the index of paragraphs cannot be written", e);
    }
    try {
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("the index of paragraphs cannot be opened", e);
    }
  }

  /** How much of what the words of a question say stands in each paragraph: 0 to 1, by BM25. */
  double[] shares(String question) {
    double[] shares = new double[reader.numDocs()];
    double most = 0;
    for (String word : words(question)) {
      ScoreDoc[] having = having(word);
      most += Math.log(1 + (shares.length - having.length + 0.5) / (having.length + 0.5));
      for (ScoreDoc paragraph : having) {
        shares[paragraph.doc] += paragraph.score;
      }
    }
    for (int p = 0; p < shares.length && most > 0; p++) {
      shares[p] /= most;
    }
    return shares;
  }

  /** The paragraphs that have a word, with its BM25; words that any has are kept once found. */
  private ScoreDoc[] having(String word) {
    ScoreDoc[] known = having.get(word);
    if (known != null) {
      return known;
    }
    try {
      ScoreDoc[] found =
          searcher.search(new TermQuery(new Term(WORDS, word)), reader.numDocs()).scoreDocs;
      if (found.length > 0) {
        having.put(word, found);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("the index of paragraphs cannot be read", e);
    }
  }

  private Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream(WORDS, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a question cannot be cut into words", e);
    }
    return words;
  }

  private static Document document(Paragraph paragraph) {
    Document document = new Document();
    for (String text : List.of(paragraph.title(), paragraph.text(), paragraph.citation())) {
      document.add(new TextField(WORDS, text, Field.Store.NO));
    }
    return document;
  }
}
