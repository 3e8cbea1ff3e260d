package pms.e2e.sample;

/** Something worth looking at. */
public interface Scene {
  void paint(Canvas canvas);
}
