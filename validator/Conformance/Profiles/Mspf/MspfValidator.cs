using System.Collections.Immutable;
using Conformance.Containers;
using Conformance.Findings;
using Conformance.Pipeline;
using Conformance.Profiles.Mspf.Rules;

namespace Conformance.Profiles.Mspf;

/// <summary>
/// Checks an MSPF archive (MSC2783). Members are read as they come. One that comes before what it needs (the manifest for all,
/// <c>m.core</c> for rooms, rooms for events and users) waits for another pass over the container.
/// </summary>
internal sealed partial class MspfValidator
{
    private readonly Container _container;
    private readonly MspfOptions _options;
    private readonly MspfArchive _archive;
    private readonly FindingBuffer _findings;
    private readonly FindingBuffer _ownFindings;
    private readonly BlockPipeline _pipeline;
    private readonly CancellationToken _cancellation;

    private MspfValidator(Container container, MspfOptions options, FindingBuffer findings, BlockPipeline pipeline, CancellationToken cancellation)
    {
        _container = container;
        _options = options;
        _archive = new MspfArchive(options) { IsOrdered = container.Format.StartsWith("tar", StringComparison.Ordinal) };
        _findings = findings;
        _ownFindings = new FindingBuffer(options.Findings);
        _pipeline = pipeline;
        _cancellation = cancellation;
    }

    /// <summary>Checks an archive.</summary>
    /// <param name="container">The container, at its first entry. Its own findings must go elsewhere than to <paramref name="findings"/>,
    /// which other threads write to meanwhile.</param>
    /// <param name="options">How to check.</param>
    /// <param name="findings">Takes everything that is found.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>What the archive turned out to hold.</returns>
    /// <exception cref="IOException">The container can't be read.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static MspfSummary Run(Container container, MspfOptions options, FindingBuffer findings, CancellationToken cancellation)
    {
        using var pipeline = new BlockPipeline(options.Jobs, options.Findings, findings, options.Progress);
        return new MspfValidator(container, options, findings, pipeline, cancellation).Run();
    }

    private MspfSummary Run()
    {
        ReadAll();
        _pipeline.Drain(_cancellation);
        _findings.Append(_ownFindings);
        foreach (IArchiveRule rule in MspfRules.Archive)
        {
            _cancellation.ThrowIfCancellationRequested();
            rule.Check(_archive, _findings);
        }

        CheckRooms();
        NoteUnread();
        return Summarise();
    }

    private static bool IsOfDraft(Member member) =>
        KnownItem.OfPath(member.Path) is not null
        || member.Path[(member.Path.LastIndexOf('/') + 1)..].Equals(Manifest.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names what no rule looked at.</summary>
    private void NoteUnread()
    {
        if (_archive.Manifest is not { IsAssumed: false } manifest)
        {
            return;
        }

        foreach (ManifestItem item in manifest.Items)
        {
            if (item.Known is { Part: ItemPart.EndToEnd })
            {
                _findings.ReportNotChecked(new NotChecked(
                    $"what the files of {item.Specifier} mean", "MSC2783 leaves their structure open; they were read as CBOR only.", item.Location, Decisive: false));
            }
            else if (item is { Known.IsProposed: true, IsReadable: false })
            {
                _findings.ReportNotChecked(new NotChecked(
                    $"files of the item {item.Specifier}", "The version of the item is unknown.", item.Location, Decisive: false));
            }
            else if (item.Known is null)
            {
                _findings.ReportNotChecked(new NotChecked(
                    "files of items that MSC2783 doesn't define", "Whoever defines the item knows what they hold.", item.Location, Decisive: false));
            }
        }
    }

    private MspfSummary Summarise()
    {
        UserDirectory users = _archive.Users;
        RoomDirectory rooms = _archive.Rooms;
        return new MspfSummary
        {
            Statistics =
            [
                new Statistic("members", _archive.Members.Count(member => member.IsFile)),
                new Statistic("bytes", _archive.BytesRead),
                new Statistic("items", _archive.Manifest is { IsAssumed: false } manifest ? manifest.Items.Length : 0),
                new Statistic("rooms", rooms.Listed),
                new Statistic("aliases", rooms.Aliases, IsDetail: true),
                new Statistic("events", rooms.Events),
                new Statistic("users", users.Count),
                new Statistic("devices", users.Devices, IsDetail: true),
                new Statistic("roomTags", users.Tags, IsDetail: true),
                new Statistic("passwordHashes", users.PasswordHashes, IsDetail: true),
                .. _roomCounts?.ToStatistics() ?? [],
            ],
            HasAllEvents = _archive.IsWhole(ItemPart.Events),
            IsRecognised = _archive.Manifest is { IsAssumed: false } || _archive.Members.Any(IsOfDraft),
            Items = _archive.Manifest is { IsAssumed: false } read ? [.. read.Items.Select(item => Quoting.Safe(item.Specifier))] : ImmutableArray<string>.Empty,
            ServerName = _archive.Core is { } core ? Quoting.Safe(core.ServerName) : null,
        };
    }
}
