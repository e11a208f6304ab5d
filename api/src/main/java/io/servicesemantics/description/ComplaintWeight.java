package io.servicesemantics.description;

/** How sure it is that something is wrong. */
public enum ComplaintWeight {
  /** It surely does not work as written. */
  FAULT("!"),
  /** It looks as if it did not work; whether it does rests on what nobody wrote. */
  DOUBT("?"),
  /** It works as it was made to, in a way that surprises many. */
  NOTE("note:");

  private final String mark;

  ComplaintWeight(String mark) {
    this.mark = mark;
  }

  /** {@return what stands before it in a printed description} */
  public String mark() {
    return mark;
  }
}
