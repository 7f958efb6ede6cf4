namespace Conformance.Signatures.Keys;

/// <summary>Where a key is known from.</summary>
internal enum KeySourceKind
{
    /// <summary>The simple form of a file that the user trusts.</summary>
    KeysFile,

    /// <summary>A server's own answer under <c>/_matrix/key/v2/server</c>.</summary>
    ServerAnswer,

    /// <summary>An answer that a notary handed on, under <c>/_matrix/key/v2/query</c>.</summary>
    NotaryAnswer,

    /// <summary>The secret key of a server, in the form that servers keep it in.</summary>
    SigningKeyFile,

    /// <summary>The secret key in an archive's <c>m.core</c>.</summary>
    ArchiveCore,

    /// <summary>The archive's own item of public keys (<c>org.matrix.msc2783.server_keys</c>), in any of the forms of a file.</summary>
    ArchiveKeys,
}
