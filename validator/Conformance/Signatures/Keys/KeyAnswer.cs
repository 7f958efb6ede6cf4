namespace Conformance.Signatures.Keys;

/// <summary>An answer of <c>/_matrix/key/v2/server</c>, as a server gave it or a notary handed it on.</summary>
/// <param name="Server">The server that it is of, safe to print.</param>
/// <param name="Pointer">JSON Pointer to it in its file.</param>
/// <param name="Signature">Whether the server signed it itself.</param>
internal sealed record KeyAnswer(string Server, string Pointer, AnswerSignature Signature);
