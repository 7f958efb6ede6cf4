using System.Buffers.Text;
using Conformance.Findings;

namespace Conformance.Containers.Tar;

/// <content>Extension headers: GNU long names, pax records.</content>
internal sealed partial class TarContainer
{
    private void ReadExtension(byte type, long size, long offset, CancellationToken cancellation)
    {
        if (!TryReadHeaderData(size, offset, cancellation, out byte[]? data))
        {
            return;
        }

        if (type == 'g')
        {
            ReadPax(data, offset, global: true);
            return;
        }

        _extensions.Any = true;
        if (type is (byte)'L' or (byte)'K')
        {
            byte[] text = data.AsSpan().TrimEnd((byte)0).ToArray();
            if (type == 'K')
            {
                _extensions.GnuLink = text;
            }
            else
            {
                _extensions.TwoNames |= _extensions.GnuName is { } before && !before.AsSpan().SequenceEqual(text);
                _extensions.GnuName = text;
            }
        }
        else
        {
            ReadPax(data, offset, global: false);
        }
    }

    private void ReadPax(ReadOnlySpan<byte> data, long offset, bool global)
    {
        var records = new PaxRecords(data);
        while (records.Next(out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value))
        {
            if (global)
            {
                CheckGlobal(key, offset);
            }
            else if (!TakePax(key, value))
            {
                ReportPaxRecord(offset, records.Offset);
            }
        }

        if (records.Malformed)
        {
            ReportPaxRecord(offset, records.Offset);
        }
    }

    private void ReportPaxRecord(long offset, int at) =>
        Reporter.Report(ContainerRules.PaxRecord, Location.Input, ("offset", offset + TarHeader.BlockBytes + at));

    /// <summary>A name or a size for all entries at once can't be meant.</summary>
    private void CheckGlobal(ReadOnlySpan<byte> key, long offset)
    {
        if (key.SequenceEqual("path"u8) || key.SequenceEqual("linkpath"u8) || key.SequenceEqual("size"u8))
        {
            Reporter.Report(ContainerRules.PaxGlobalOverride, Location.Input, ("key", Quoting.Safe(key)), ("offset", offset));
        }
    }

    private bool TakePax(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("path"u8))
        {
            _extensions.TwoNames |= _extensions.PaxPath is { } before && !before.AsSpan().SequenceEqual(value);
            _extensions.PaxPath = value.ToArray();
        }
        else if (key.SequenceEqual("linkpath"u8))
        {
            _extensions.PaxLinkPath = value.ToArray();
        }
        else if (key.SequenceEqual("size"u8))
        {
            bool isNumber = Utf8Parser.TryParse(value, out long size, out int used) && used == value.Length && size >= 0
                && value[0] is >= (byte)'0' and <= (byte)'9';
            _extensions.PaxSize = isNumber ? size : _extensions.PaxSize;
            return isNumber;
        }
        else if (key.StartsWith("GNU.sparse."u8))
        {
            _extensions.Sparse = true;
            _extensions.SparseName = key.SequenceEqual("GNU.sparse.name"u8) ? value.ToArray() : _extensions.SparseName;
        }

        return true;
    }
}
