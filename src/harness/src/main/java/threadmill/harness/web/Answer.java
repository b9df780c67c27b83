package threadmill.harness.web;

/// What a request is answered with.
///
/// @param status such as `200 OK`
/// @param afterMillis when the answer begins
/// @param opening beginning of the body, cut where the body is shorter
/// @param bytes length of the body
/// @param last whether the connection ends with it
record Answer(String status, int afterMillis, String opening, int bytes, boolean last) {

  /// One that comes at once and whose whole body is a sentence.
  static Answer said(String status, String sentence, boolean last) {
    var body = sentence + "\n";
    return new Answer(status, 0, body, body.length(), last);
  }

  Answer andCloses() {
    return new Answer(status, afterMillis, opening, bytes, true);
  }
}
