namespace Conformance.Suites.Peer.Serving;

/// <summary>Media that a peer has.</summary>
/// <param name="ContentType">Its type.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="FileName">Its name; null for none.</param>
internal sealed record PeerMedia(string ContentType, ReadOnlyMemory<byte> Bytes, string? FileName = null);
