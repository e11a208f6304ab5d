package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.service.Service;
import org.jspecify.annotations.Nullable;

/** The object a request carries, in the form its sender has it. */
public sealed interface RequestBody {

  /**
   * The body as it goes over the wire.
   *
   * @param text JSON text, right or wrong
   */
  record Json(String text) implements RequestBody {

    /** Checks that there is text. */
    public Json {
      checkNotNull(text, "Text of a request is null; expected JSON text, right or wrong");
    }
  }

  /**
   * The body as a neutral tree of maps, lists and scalars.
   *
   * @param tree the tree, right or wrong
   */
  record Tree(@Nullable Object tree) implements RequestBody {}

  /**
   * The body as it was read from a manifest, with what is wrong in its text.
   *
   * @param object the object
   */
  record Read(ManifestObject<Service> object) implements RequestBody {

    /** Checks that there is an object. */
    public Read {
      checkNotNull(object, "Object of a request is null; expected a Service as read");
    }
  }

  /**
   * The body as a value: there is nothing left to decode.
   *
   * @param service the Service
   */
  record Value(Service service) implements RequestBody {

    /** Checks that there is a Service. */
    public Value {
      checkNotNull(service, "Service of a request is null; expected one");
    }
  }
}
