package io.servicesemantics.cluster;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.object.KubernetesObject;
import java.io.Serializable;
import java.util.function.Function;

/**
 * One change of a cluster: an object that is new or different, or one that is gone.
 *
 * <p>The indexes of this library take it in their {@code after} and ignore kinds they do not hold.
 */
public sealed interface ClusterChange extends Serializable {

  /**
   * An object is there as it now is, whether it is new or another stood in its place.
   *
   * @param object the object
   */
  record Put(KubernetesObject object) implements ClusterChange {
    /** Checks that there is an object. */
    public Put {
      checkNotNull(object, "Object of a change is null; expected an object");
    }
  }

  /**
   * An object is gone.
   *
   * @param object the object; only its kind, namespace and name matter
   */
  record Gone(KubernetesObject object) implements ClusterChange {
    /** Checks that there is an object. */
    public Gone {
      checkNotNull(object, "Object of a change is null; expected an object");
    }
  }

  /**
   * Returns the change that an object is new or different.
   *
   * @param object the object as it now is
   * @return the change
   */
  static ClusterChange put(KubernetesObject object) {
    return new Put(object);
  }

  /**
   * Returns the change that an object is gone.
   *
   * @param object the object; only its kind, namespace and name matter
   * @return the change
   */
  static ClusterChange gone(KubernetesObject object) {
    return new Gone(object);
  }

  /** {@return the object that the change is about} */
  KubernetesObject object();

  /**
   * Handles every change; a new kind of change breaks the build of whoever calls this, as it
   * should.
   *
   * @param <R> the kind of result
   * @param put what to do about an object that is there
   * @param gone what to do about an object that is gone
   * @return what the function returned
   */
  default <R> R match(Function<Put, R> put, Function<Gone, R> gone) {
    if (this instanceof Put there) {
      return put.apply(there);
    }
    return gone.apply((Gone) this);
  }
}
