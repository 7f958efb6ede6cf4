namespace Conformance.Signatures.Keys;

/// <summary>What can be wrong with a file of keys. Each but the last two means that a key, or all of a file, isn't used.</summary>
public enum KeyProblemKind
{
    /// <summary>The file is neither JSON nor a line <c>ed25519 version seed</c>.</summary>
    NotReadable,

    /// <summary>The file's outermost value is no object.</summary>
    NotAnObject,

    /// <summary>A name stands twice in the file.</summary>
    DuplicateName,

    /// <summary>A server name breaks the grammar.</summary>
    BadServerName,

    /// <summary>A server's value is no object of keys, nor an answer.</summary>
    NotKeys,

    /// <summary>A key ID breaks the grammar.</summary>
    BadKeyId,

    /// <summary>A key of another algorithm than Ed25519.</summary>
    UnknownAlgorithm,

    /// <summary>A key is neither text nor an object with a text <c>key</c>.</summary>
    NotAKey,

    /// <summary>A key is not 32 bytes in Base64.</summary>
    BadKey,

    /// <summary>A key under which any signature could be forged, or in an encoding that isn't reduced.</summary>
    UnsoundKey,

    /// <summary>A time is no integer from 0 to 2^53-1.</summary>
    BadTime,

    /// <summary>An answer states another server than it stands under.</summary>
    AnotherServer,

    /// <summary>An answer without <c>server_name</c>, <c>verify_keys</c> or <c>valid_until_ts</c>.</summary>
    IncompleteAnswer,

    /// <summary>The server's own signature of its answer is bad.</summary>
    BadSelfSignature,

    /// <summary>An ID is taken by another key.</summary>
    AnotherKeyUnderThisId,

    /// <summary>A secret key, and it isn't known of which server.</summary>
    NoServer,

    /// <summary>A secret key is not <c>ed25519</c>, a version and 32 bytes in Base64.</summary>
    BadSigningKey,

    /// <summary>The archive's own item gives a server more keys than any server has.</summary>
    TooManyKeys,

    /// <summary>A public key can't be derived from a secret one, for want of a library.</summary>
    NoLibrary,

    /// <summary>An answer lacks its server's own signature. It is used: the file is trusted.</summary>
    NoSelfSignature,

    /// <summary>There are no keys in the file.</summary>
    NoKeys,
}
