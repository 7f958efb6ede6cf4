using System.Text;
using Conformance.Documents.Cutting;
using Conformance.Events.Versions;
using Conformance.Profiles.Federation.PartialState;

namespace Conformance.Profiles.Federation;

/// <content>The full state that an answer with members left out is held against.</content>
internal sealed partial class FederationValidator
{
    /// <summary>The full state; null when there is none to compare with.</summary>
    private FederationVisit? _full;

    /// <summary>Checks the file with the full state like any other answer, before the one that is held against it.</summary>
    /// <returns>What it turned out to be; null when there is no such file.</returns>
    private FederationSummary? ReadFull()
    {
        if (_options.Full is not { } file)
        {
            return null;
        }

        FederationOptions options = _options with { Full = null, Profile = StateProfile.Full, Endpoint = EndpointOfFull(file) };
        FederationSummary summary = Run(file, null, options, _findings, _cancellation);
        _full = summary.Visit;
        return summary is { Problem: null, Visit: not null } && summary.Endpoint is not ("send_join" or "send_join/v1" or "state")
            ? summary with { Problem = $"--full takes an answer to send_join or state, and {file.Name} is one to {summary.Endpoint}." }
            : summary;
    }

    /// <summary>What the file with the full state tells of the room's version, for the answer that may not.</summary>
    private IReadOnlyDictionary<string, RoomVersion> VersionsWithFull() =>
        _full?.Exchange is { Version: { } version, Room.Length: > 0 } exchange
            ? new Dictionary<string, RoomVersion>(_options.Versions, StringComparer.Ordinal) { [Encoding.UTF8.GetString(exchange.Room)] = version }
            : _options.Versions;

    /// <summary>The endpoint of a body: that of the state has other names for its lists. A capture tells itself, for which null is returned.</summary>
    private FederationEndpoint? EndpointOfFull(FederationInput file)
    {
        byte[] start = new byte[PeekBytes];
        int length;
        using (Stream stream = file.Open())
        {
            length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        if (MayBeCapture(start.AsSpan(0, length)))
        {
            return null;
        }

        if (start.AsSpan(0, length).TrimStart("\uFEFF \t\r\n"u8).StartsWith("["u8))
        {
            return FederationEndpoints.Find("send_join/v1");
        }

        using Stream content = file.Open();
        var names = new BodyNames();
        Cutter.For(Documents.DocumentEncoding.Json).Run(content, BodyNames.Shape, _options.Limits.ForCutting(), names, _cancellation);
        return FederationEndpoints.Find(names.All.Contains("pdus") ? "state" : "send_join");
    }
}
