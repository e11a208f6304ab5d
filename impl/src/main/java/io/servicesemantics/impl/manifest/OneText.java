package io.servicesemantics.impl.manifest;

/** The builder of a struct that is held as the one text in it, such as {@code {name: zone-a}}. */
final class OneText {

  private String text = "";

  private OneText() {}

  /** The table of such a struct. */
  static Struct<String, OneText> struct(String name, boolean complete, String field) {
    StructBuilder<String, OneText> table =
        complete
            ? StructBuilder.complete(name, OneText::new, OneText::text)
            : StructBuilder.partial(name, OneText::new, OneText::text);
    return table.textAlways(field, text -> text, OneText::set).build();
  }

  private String text() {
    return text;
  }

  private OneText set(String value) {
    text = value;
    return this;
  }
}
