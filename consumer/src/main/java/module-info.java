/** A program of somebody who uses Portolan. */
module com.example.consumer {
    requires io.portolan.catalogs;
}
