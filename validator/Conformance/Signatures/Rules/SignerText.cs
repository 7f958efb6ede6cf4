using System.Globalization;
using Conformance.Findings;
using Conformance.Signatures.Keys;

namespace Conformance.Signatures.Rules;

/// <summary>Words for findings about signatures.</summary>
internal static class SignerText
{
    /// <summary>The latest time that a date can be written for: the end of the year 9999.</summary>
    private const long LatestDate = 253_402_300_799_999;

    public static string Server(in SignerVerdict signer) => Quoting.Safe(signer.Server);

    /// <summary>Why the server signs.</summary>
    public static string Role(SignerRole role) => role switch
    {
        SignerRole.Sender => "the server of the sender",
        SignerRole.EventId => "the server in the event ID",
        SignerRole.AuthorisingUser => "the server of the user who lets the sender join",
        _ => "a server that need not sign",
    };

    /// <summary>Where a key is known from.</summary>
    public static string Source(KeySource source) => source.Kind switch
    {
        KeySourceKind.ServerAnswer => $"the server's answer in {source.File}",
        KeySourceKind.NotaryAnswer => $"a notary's answer in {source.File}",
        KeySourceKind.ArchiveCore => $"the signing key in {source.File}",
        KeySourceKind.SigningKeyFile => $"the signing key in {source.File}",
        _ => source.File,
    };

    /// <summary>A time in milliseconds since 1970, as a date where it has one.</summary>
    public static string Time(long milliseconds) => milliseconds is >= 0 and <= LatestDate
        ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
        : milliseconds.ToString(CultureInfo.InvariantCulture);
}
