using Conformance.Containers;
using Conformance.Findings;

namespace Conformance.Profiles.Mspf;

/// <content>Passes over the container, and what each member waits for.</content>
internal sealed partial class MspfValidator
{
    /// <summary>More passes than any order of members can need: manifest, core, rooms, all others.</summary>
    private const int MaxPasses = 4;

    /// <summary>Small members that came too early, kept until what they need is there, in order.</summary>
    private readonly List<(Member Member, byte[] Bytes)> _held = [];

    private bool _isIndexed;
    private bool _isCoreDone;
    private bool _isRoomsDone;
    private bool _isKeysDone;
    private int _heldLeft;

    private void ReadAll()
    {
        _heldLeft = _options.Limits.HeldBytes;
        Pass();
        _isIndexed = true;
        _archive.LostEntries = _container.LostEntries;
        Conclude();
        for (int pass = 1; _archive.Members.Any(IsWaiting); pass++)
        {
            if (pass == MaxPasses || !_container.CanRewind)
            {
                GiveUp();
                return;
            }

            _container.Rewind();
            Pass();
        }
    }

    private static bool IsWaiting(Member member) => member is { IsFile: true, IsDone: false };

    private void Pass()
    {
        int ordinal = 0;
        while (_container.Next(_cancellation) is { } entry)
        {
            ordinal++;
            Member? member = _isIndexed ? Known(entry) : Index(entry, ordinal);
            if (member is not null && IsWaiting(member))
            {
                if (_options.Progress is { } progress)
                {
                    progress.Position = _container.Position;
                    progress.Member = member.Path;
                }

                Meet(member, entry.Content);
            }
        }
    }

    private Member? Index(ContainerEntry entry, int ordinal)
    {
        var member = new Member(entry.Path, entry.Kind, ordinal, !entry.Unusable);
        return _archive.Add(member) ? member : null;
    }

    private Member? Known(ContainerEntry entry) => entry.Unusable ? null : _archive.Find(entry.Path);

    /// <summary>Reads a member that is at hand, or leaves it for later.</summary>
    private void Meet(Member member, Stream content)
    {
        Classify(member);
        if (member.IsDone)
        {
            return;
        }

        if (IsReady(member))
        {
            Read(member, content);
            ReadHeld();
        }
        else if (!_isIndexed && (KnownItem.OfPath(member.Path) is { IsSingleFile: true } || KnownItem.ServerKeys.Matches(member.Path)))
        {
            Hold(member, content);
        }
    }

    /// <summary>Keeps a small member in memory, so that one more pass does for a whole archive, or none.</summary>
    private void Hold(Member member, Stream content)
    {
        if (_heldLeft > 0)
        {
            (byte[] bytes, bool isCut) = JsonMember.ReadAll(new ProgressStream(content, _container, _options), _heldLeft, _cancellation);
            if (!isCut && !_container.ContentEndedEarly)
            {
                _heldLeft -= bytes.Length;
                _held.Add((member, bytes));
            }
        }
    }

    /// <summary>Reads what was held and waits no longer.</summary>
    private void ReadHeld()
    {
        for (int i = 0; i < _held.Count; i++)
        {
            (Member member, byte[] bytes) = _held[i];
            Classify(member);
            if (member.IsDone || IsReady(member))
            {
                _held.RemoveAt(i);
                if (!member.IsDone)
                {
                    using var stream = new MemoryStream(bytes, writable: false);
                    Read(member, stream);
                }

                // What was just read may be what an earlier one waits for.
                i = -1;
            }
        }
    }

    /// <summary>All members were seen: what isn't there needs no waiting for.</summary>
    private void Conclude()
    {
        _archive.Manifest ??= Manifest.Assumed;
        foreach (Member member in _archive.Members)
        {
            Classify(member);
        }

        _isCoreDone |= !_archive.HasFileOf(ItemPart.Core);
        ReadHeld();
        _isRoomsDone |= !_archive.HasFileOf(ItemPart.Rooms);
        _isKeysDone |= !_archive.HasFileOf(ItemPart.ServerKeys);
    }

    private void Classify(Member member)
    {
        if (member.IsDone || member.Part != ItemPart.Other)
        {
            return;
        }

        if (member.Path == Manifest.Path)
        {
            member.Part = ItemPart.Manifest;
        }
        else if (_archive.Manifest is { } manifest)
        {
            member.Owner = manifest.OwnerOf(member.Path);
            member.Part = member is { IsFile: true, Owner: { IsReadable: true, Known: { } known } } && known.Matches(member.Path)
                ? known.Part
                : ItemPart.Other;
            member.IsDone = member.Part == ItemPart.Other;
        }
    }

    private bool IsReady(Member member) => member.Part switch
    {
        ItemPart.Manifest => true,
        ItemPart.Rooms => _isCoreDone,
        ItemPart.Events => _isRoomsDone && (_isKeysDone || _archive.Manifest?.Find(KnownItem.ServerKeys.Specifier) is not { IsReadable: true }),
        ItemPart.Users or ItemPart.GapStates => _isRoomsDone,
        _ => _archive.Manifest is not null,
    };

    /// <summary>Says what was left out, when the input can't be read again.</summary>
    private void GiveUp()
    {
        foreach (Member member in _archive.Members.Where(IsWaiting))
        {
            _ownFindings.ReportNotChecked(new NotChecked(
                "members that come before the manifest, m.core, m.rooms or the item of keys",
                "The input can't be read a second time. Give a file, or put these first.",
                member.Location,
                Decisive: true));
        }
    }
}
