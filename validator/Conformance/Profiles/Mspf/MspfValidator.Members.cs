using Conformance.Documents;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Profiles.Mspf;

/// <content>How each kind of member is read.</content>
internal sealed partial class MspfValidator
{
    private IBlockConsumer? _events;
    private GapStatesConsumer? _gapStates;

    private void Read(Member member, Stream content)
    {
        var counted = new ProgressStream(content, _container, _options);
        member.IsDone = true;
        switch (member.Part)
        {
            case ItemPart.Manifest:
                if (ReadJson(member, counted) is { } manifest)
                {
                    _archive.Manifest = ManifestReader.Read(manifest, Visit(member)) ?? Manifest.Assumed;
                }

                break;
            case ItemPart.Core:
                if (ReadJson(member, counted) is { } core)
                {
                    _archive.Core = CoreReader.Read(core, Visit(member));
                    _archive.Rooms.Server = _archive.Core;
                }

                _isCoreDone = true;
                break;
            case ItemPart.ServerKeys:
                if (ReadJson(member, counted) is { } keys)
                {
                    _archive.Rooms.ServerKeys = ServerKeysReader.Read(keys, Visit(member));
                }

                _isKeysDone = true;
                break;
            case ItemPart.Rooms:
                Cut(member, counted, new RoomsConsumer(_archive));
                _pipeline.Drain(_cancellation);
                _archive.HasRooms = _archive.IsWhole(ItemPart.Rooms) && _archive.Rooms.Dropped == 0;
                _isRoomsDone = true;
                break;
            case ItemPart.Events:
                Cut(member, counted, EventsConsumer());
                break;
            case ItemPart.Users:
                Cut(member, counted, new UsersConsumer(_archive));
                _archive.HasUsers = true;
                break;
            case ItemPart.GapStates:
                Cut(member, counted, _gapStates ??= new GapStatesConsumer(_archive));
                break;
            case ItemPart.EndToEnd:
                Cut(member, counted, new OpaqueConsumer(_archive));
                break;
        }

        member.Length = counted.BytesRead;
        _archive.BytesRead += counted.BytesRead;
    }

    private IBlockConsumer EventsConsumer()
    {
        if (_options.EventsConsumer is null)
        {
            _ownFindings.ReportNotChecked(new NotChecked("events", "This run was asked to check their encoding only.", Location.Input, Decisive: true));
            return _events ??= new OpaqueConsumer(_archive);
        }

        _archive.HasEvents = true;
        return _events ??= _options.EventsConsumer(_archive.Rooms);
    }

    private DocumentVisit Visit(Member member) => new(_archive, _ownFindings, member.Path, member.Ordinal);

    private byte[]? ReadJson(Member member, ProgressStream content)
    {
        (byte[] bytes, bool isCut) = JsonMember.ReadAll(content, _options.Limits.JsonBytes, _cancellation);
        if (isCut)
        {
            _archive.TooLarge.Add(member);
        }

        // What is left of a damaged member looks like many other faults.
        return isCut || content.EndedEarly ? null : bytes;
    }

    private void Cut(Member member, ProgressStream content, IBlockConsumer consumer)
    {
        bool whole = _pipeline.Run(
            content, DocumentEncoding.Cbor, member.Path, member.Ordinal, consumer, _options.Limits.ForCutting(), () => content.EndedEarly, _cancellation);
        if (!whole)
        {
            _archive.Lose(member.Part);
        }
    }
}
