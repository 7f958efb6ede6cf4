using System.Text;
using Conformance.Events.Identifiers;

namespace Conformance.Profiles.Mspf;

/// <summary>What <c>m.core.json</c> says that other checks need. Holds no secret.</summary>
/// <param name="ServerName">The server name in UTF-8, as it stands there.</param>
/// <param name="SigningKey">The public key of the signing key; null when there is none, or it can't be derived.</param>
internal sealed record CoreFacts(byte[] ServerName, CoreKey? SigningKey = null)
{
    /// <summary>The server name as text.</summary>
    public string ServerNameText => Encoding.UTF8.GetString(ServerName);

    /// <summary>Whether an identifier (<c>@user:domain</c>, <c>#alias:domain</c>) ends in this server's name.</summary>
    public bool Owns(ReadOnlySpan<byte> identifier) => ServerName.Length > 0 && DomainIdentifier.Server(identifier).SequenceEqual(ServerName);
}
