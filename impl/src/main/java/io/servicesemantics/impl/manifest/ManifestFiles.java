package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.text.TextReader;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.manifest.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Finds and reads the files of a folder; what cannot be read is a problem. */
final class ManifestFiles {

  // one byte beyond what text may have: enough to be refused for its size
  private static final int MOST_BYTES = (32 << 20) + 1;

  private final TextReader reader;
  private final DocumentReader documents;

  ManifestFiles(TextReader reader, DocumentReader documents) {
    this.reader = reader;
    this.documents = documents;
  }

  void read(Path fileOrFolder) {
    if (!Files.isDirectory(fileOrFolder)) {
      readFile(fileOrFolder, String.valueOf(fileOrFolder.getFileName()));
      return;
    }
    List<Path> files = new ArrayList<>();
    find(fileOrFolder, files);
    Collections.sort(files);
    for (Path file : files) {
      readFile(file, fileOrFolder.relativize(file).toString());
    }
  }

  private void find(Path folder, List<Path> files) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isManifest(file) && !Files.isDirectory(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              unreadable(file, failure);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failure) {
      unreadable(folder, failure);
    }
  }

  private static boolean isManifest(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  // Locations name a file as short as it can be told apart.
  private void readFile(Path file, String name) {
    ImmutableList<SourceDocument> read;
    try (InputStream stream = Files.newInputStream(file)) {
      read = reader.read(stream.readNBytes(MOST_BYTES), name);
    } catch (IOException failure) {
      unreadable(file, failure);
      return;
    }
    for (SourceDocument document : read) {
      documents.read(document);
    }
  }

  private void unreadable(Path file, IOException failure) {
    boolean isMissing = failure instanceof NoSuchFileException;
    documents.add(
        new ManifestProblem(
            Kind.FILE,
            FieldPath.root(),
            new SourceLocation(file.toString(), 1, 0, 0),
            isMissing ? "there is no such file" : "cannot be read: " + failure.getMessage(),
            ""));
  }
}
