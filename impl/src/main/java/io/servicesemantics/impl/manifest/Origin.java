package io.servicesemantics.impl.manifest;

import io.servicesemantics.manifest.SourceDocument;

/** What a tree was read from. */
enum Origin {
  /** YAML text. */
  YAML,
  /** JSON text. */
  JSON,
  /** Nothing: somebody gave the tree. */
  TREE;

  static Origin of(SourceDocument document) {
    if (document instanceof TreeDocument) {
      return TREE;
    }
    return document.isJson() ? JSON : YAML;
  }
}
