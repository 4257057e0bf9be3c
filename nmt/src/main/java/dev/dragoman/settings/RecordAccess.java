package dev.dragoman.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads and makes records by reflection; what their own code throws comes out as it is. */
final class RecordAccess {
  private RecordAccess() {}

  static Object get(RecordComponent component, Object instance) {
    Method accessor = component.getAccessor();
    accessor.trySetAccessible();
    Object value = invoked(() -> accessor.invoke(instance), accessor.getDeclaringClass());
    if (value == null) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getSimpleName()
              + "."
              + component.getName()
              + ": expected a value, got null; make the component Optional");
    }
    return value;
  }

  static Object make(Class<?> type, Object[] arguments) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(componentTypes(type));
      constructor.trySetAccessible();
      return invoked(() -> constructor.newInstance(arguments), type);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(type + " has no canonical constructor", impossible);
    }
  }

  /** What the record's static method {@code defaults()} returns, where it has one. */
  static Optional<Object> ownDefaults(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getName().equals("defaults") && method.getParameterCount() == 0)
        .filter(
            method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
        .peek(Method::trySetAccessible)
        .map(method -> invoked(() -> method.invoke(null), type))
        .findFirst();
  }

  private static Class<?>[] componentTypes(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
  }

  private interface Call {
    Object run() throws ReflectiveOperationException;
  }

  private static Object invoked(Call call, Class<?> owner) {
    try {
      return call.run();
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(owner + " failed", thrown.getCause());
    } catch (ReflectiveOperationException closed) {
      throw new IllegalArgumentException(
          owner.getName() + ": expected a public record in an exported package", closed);
    }
  }
}
