using Conformance.Signatures.Cryptography;

namespace Conformance.Signatures.Keys;

/// <summary>Something wrong with a file of keys, which never quotes a secret.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file's name, safe to print.</param>
/// <param name="Pointer">JSON Pointer to the place; empty for the file as a whole.</param>
/// <param name="Subject">What it is about (a server, a key ID), safe to print; may be empty.</param>
internal sealed record KeyProblem(KeyProblemKind Kind, string File, string Pointer, string Subject = "")
{
    /// <summary>Where the place begins in the file, in bytes; -1 for the file as a whole.</summary>
    public long Offset { get; init; } = -1;

    /// <summary>The file, and the place in it.</summary>
    public string Place => Pointer.Length == 0 ? File : $"{File} at {Pointer}";

    /// <summary>What is wrong.</summary>
    public string What => Kind switch
    {
        KeyProblemKind.NotReadable => $"The file is neither JSON nor a signing key{Of}.",
        KeyProblemKind.NotAnObject => "The file holds no JSON object.",
        KeyProblemKind.DuplicateName => $"A name stands twice{Of}.",
        KeyProblemKind.BadServerName => $"“{Subject}” is no server name.",
        KeyProblemKind.NotKeys => $"The keys{Of} are neither an object of key IDs nor an answer of /_matrix/key/v2/server.",
        KeyProblemKind.BadKeyId => $"“{Subject}” is no key ID.",
        KeyProblemKind.UnknownAlgorithm => $"The key {Subject} is of an algorithm that Matrix doesn't have.",
        KeyProblemKind.NotAKey => $"The key {Subject} is neither text nor an object with a text “key”.",
        KeyProblemKind.BadKey => $"The key {Subject} is not 32 bytes in Base64.",
        KeyProblemKind.UnsoundKey => $"The key {Subject} proves nothing: signatures under it can be forged, or servers refuse it.",
        KeyProblemKind.BadTime => $"{Subject} is no time in milliseconds.",
        KeyProblemKind.AnotherServer => $"The answer states the server_name {Subject}, which is not the server that it stands under.",
        KeyProblemKind.IncompleteAnswer => $"The answer lacks {Subject}.",
        KeyProblemKind.BadSelfSignature => $"The signature of {Subject} under its own answer is bad.",
        KeyProblemKind.AnotherKeyUnderThisId => $"There is another key as {Subject}, which was told before.",
        KeyProblemKind.NoServer => "The file holds a signing key, but not which server signs with it.",
        KeyProblemKind.BadSigningKey => "The signing key is not “ed25519”, a version and 32 bytes in Base64, parted by spaces.",
        KeyProblemKind.TooManyKeys => $"There are more keys of {Subject} than any server has. The first {TrustedKeys.MaxItemKeys} are used.",
        KeyProblemKind.NoLibrary => "The public key can't be derived from the signing key.",
        KeyProblemKind.NoSelfSignature => $"The answer is not signed by {Subject} with one of its verify_keys.",
        _ => "The file holds no keys that can be used.",
    };

    /// <summary>What to do about it.</summary>
    public string Remedy => Kind switch
    {
        KeyProblemKind.NotReadable or KeyProblemKind.NotAnObject or KeyProblemKind.NotKeys or KeyProblemKind.NotAKey or KeyProblemKind.NoKeys =>
            "Write {\"SERVER\": {\"ed25519:VERSION\": \"PUBLIC KEY\"}}, or save what https://SERVER/_matrix/key/v2/server answers.",
        KeyProblemKind.DuplicateName => "Keep the one that is right.",
        KeyProblemKind.BadServerName => "Write the name as it stands in user IDs after the colon, with its port if there is one.",
        KeyProblemKind.BadKeyId => "Write “ed25519:” and the version as the server publishes it: letters, digits and underscores.",
        KeyProblemKind.UnknownAlgorithm => "Leave it out: signatures by it are not checked.",
        KeyProblemKind.BadKey => "Copy the public key as the server publishes it, 43 characters; a seed or secret key of that length won't do.",
        KeyProblemKind.UnsoundKey => "Ask the server for its key again; if it really publishes this one, its signatures can't be relied on.",
        KeyProblemKind.BadTime => "Write the milliseconds since 1970 as an integer, without quotes.",
        KeyProblemKind.AnotherServer => "Put the answer under the server that gave it.",
        KeyProblemKind.IncompleteAnswer => "Save the whole answer of https://SERVER/_matrix/key/v2/server.",
        KeyProblemKind.BadSelfSignature => "Fetch the answer again and save its bytes as they come; to trust the keys all the same, write them in the simple form {\"ed25519:VERSION\": \"PUBLIC KEY\"}.",
        KeyProblemKind.AnotherKeyUnderThisId => "Find out which is right and take the other out. The first one is used.",
        KeyProblemKind.NoServer => "Name the public key in a JSON file instead: {\"SERVER\": {\"ed25519:VERSION\": \"PUBLIC KEY\"}}.",
        KeyProblemKind.BadSigningKey => "Take the line as the server keeps it: “ed25519 a_1” and the seed in unpadded Base64.",
        KeyProblemKind.TooManyKeys => "Write the keys only by which the server has signed.",
        KeyProblemKind.NoLibrary => Ed25519Libraries.Advice,
        _ => "Save the answer with its signatures. The keys are used, since the file is trusted.",
    };

    private string Of => Subject.Length == 0 ? "" : $" ({Subject})";
}
