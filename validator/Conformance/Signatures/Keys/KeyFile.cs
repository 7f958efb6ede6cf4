namespace Conformance.Signatures.Keys;

/// <summary>What a file of keys holds.</summary>
/// <param name="File">Its name, safe to print.</param>
/// <param name="Keys">The keys that can be used.</param>
/// <param name="Answers">What servers and notaries answered, and how it is signed.</param>
/// <param name="Problems">What is wrong with the file. Keys with a problem that refuses them aren't among <paramref name="Keys"/>.</param>
internal sealed record KeyFile(string File, IReadOnlyList<ServerKey> Keys, IReadOnlyList<KeyAnswer> Answers, IReadOnlyList<KeyProblem> Problems);
